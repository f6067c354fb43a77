//! The chain of files that a scenario extends, all within its own folder.

use std::path::{Path, PathBuf};

use crate::scenario::reading::diagnostic::Diagnostic;
use crate::scenario::reading::findings::Findings;
use crate::scenario::reading::leaf::Fault;
use crate::scenario::reading::shelf::Shelf;
use crate::scenario::reading::source::Place;
use crate::scenario::reading::syntax;
use crate::scenario::reading::tree::{Node, Value};

/// A file to read, and the `extends` that asks for it.
struct Link {
    path: PathBuf,
    asked_at: Option<Place>,
}

/// The files read so far.
struct Chain<'a> {
    shelf: Shelf,
    /// The folder of the first file; no other may lie outside.
    folder: PathBuf,
    /// As they were asked for, and as the system knows them.
    seen: Vec<(PathBuf, PathBuf)>,
    findings: &'a mut Findings,
}

/// Reads a file and all it extends, the most general first.
pub fn read_layers(shelf: Shelf, path: &Path, findings: &mut Findings) -> Vec<Node> {
    let folder = shelf.real(&folder_of(path));
    let mut chain = Chain { shelf, folder, seen: Vec::new(), findings };
    let mut layers = Vec::new();
    let mut next = Some(Link { path: path.to_path_buf(), asked_at: None });
    while let Some(link) = next {
        next = chain.read(&link).and_then(|mut layer| {
            let base = chain.base(&mut layer, &link.path);
            layers.push(layer);
            base
        });
    }
    layers.reverse();
    layers
}

impl Chain<'_> {
    fn read(&mut self, link: &Link) -> Option<Node> {
        let name = link.path.display().to_string();
        match self.shelf.read(&link.path) {
            Ok(text) => {
                self.seen.push((link.path.clone(), self.shelf.real(&link.path)));
                Some(syntax::parse(&name, &text, self.findings))
            }
            Err(fault) => {
                self.note(&format!("`{}`", name.escape_debug()), link.asked_at, fault);
                None
            }
        }
    }

    /// Takes `extends` out of a file and follows it.
    fn base(&mut self, layer: &mut Node, from: &Path) -> Option<Link> {
        let Value::Table(table) = &mut layer.value else { return None };
        let node = table.remove("extends")?.node;
        let asked_at = Some(node.place);
        let target =
            relative(&node).and_then(|path| self.checked(from.with_file_name("").join(path)));
        target
            .map(|path| Link { path, asked_at })
            .map_err(|fault| self.note("`extends`", asked_at, fault))
            .ok()
    }

    /// A file that is within the folder and not yet in the chain.
    fn checked(&self, path: PathBuf) -> Result<PathBuf, Fault> {
        let known = self.shelf.real(&path);
        let outside = |path: &Path| path.is_absolute() && !path.starts_with(&self.folder);
        if outside(&known) || outside(&self.shelf.real(&folder_of(&path))) {
            return Err(Fault::new("must stay in the folder of the scenario")
                .help("name a file beside the scenario, or in a folder beneath"));
        }
        match self.seen.iter().position(|(_, seen)| *seen == known) {
            Some(first) => Err(self.circle(first)),
            None => Ok(path),
        }
    }

    fn circle(&self, first: usize) -> Fault {
        let around = self.seen[first..].iter().chain(&self.seen[first..=first]);
        let names: Vec<String> = around.map(|(path, _)| format!("`{}`", path.display())).collect();
        Fault::new("goes round in a circle").help(names.join(" extends "))
    }

    fn note(&mut self, subject: &str, asked_at: Option<Place>, fault: Fault) {
        let diagnostic =
            Diagnostic::error(format!("{subject} {}", fault.message)).helps(fault.help);
        self.findings.note(match asked_at {
            Some(place) => diagnostic.at(place),
            None => diagnostic,
        });
    }
}

/// The path that `extends` gives, if it is a relative one.
fn relative(node: &Node) -> Result<&str, Fault> {
    let example = "write it as `extends = \"karimun.toml\"`";
    let path = node.text().map(str::trim).filter(|path| !path.is_empty());
    let path = path.ok_or_else(|| Fault::new("must be the name of a file").help(example))?;
    if path.contains('\\') {
        let slashes = path.replace('\\', "/");
        return Err(Fault::new("must have `/` between folders").guess(Some(slashes)));
    }
    match Path::new(path).is_absolute() {
        true => Err(Fault::new("must be relative to the file it stands in").help(example)),
        false => Ok(path),
    }
}

fn folder_of(path: &Path) -> PathBuf {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")).into()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use crate::scenario::reading::{Colour, Shelf, Value, read_scenario};

    /// Writes files into a folder and reads one of them.
    fn read(files: &[(&str, &str)], name: &str) -> Result<Vec<String>, String> {
        let folder = tempfile::tempdir().expect("a folder");
        write(folder.path(), files);
        let (node, findings) = read_scenario(Shelf::Disk, &folder.path().join(name), &[]);
        let shown = folder.path().display().to_string();
        match node {
            Some(node) if !findings.has_errors() => {
                let Value::Table(table) = node.value else { panic!("no table") };
                Ok(table.keys().map(str::to_string).collect())
            }
            _ => Err(findings.render(Colour::Plain).replace(&format!("{shown}/"), "")),
        }
    }

    fn write(folder: &Path, files: &[(&str, &str)]) {
        for (name, text) in files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().expect("in a folder")).expect("a folder");
            fs::write(path, text).expect("written");
        }
    }

    #[track_caller]
    fn complains(files: &[(&str, &str)], message: &str) {
        let complaint = read(files, "a.toml").expect_err("wrong");
        assert!(complaint.contains(message), "no {message:?} in:\n{complaint}");
    }

    #[test]
    fn a_chain_is_read_to_its_end() {
        let files = [
            ("a.toml", "extends = \"sub/b.toml\"\nx = 1\n"),
            ("sub/b.toml", "extends = \"c.toml\"\ny = 1\n"),
            ("sub/c.toml", "extends = \"../d.toml\"\nz = 1\n"),
            ("d.toml", "w = 1\n"),
        ];
        assert_eq!(read(&files, "a.toml"), Ok(["w", "z", "y", "x"].map(str::to_string).to_vec()));
    }

    #[test]
    fn a_missing_file_is_noted_where_it_is_asked_for() {
        let files =
            [("a.toml", "x = 1\nextends = \"karimum.toml\"\n"), ("karimun.toml", "y = 1\n")];
        let expected = "\
error: `karimum.toml` cannot be read: No such file or directory
 --> a.toml:2:11
  |
2 | extends = \"karimum.toml\"
  |           ^^^^^^^^^^^^^^
  |
  = help: did you mean `karimun.toml`?

";
        assert_eq!(read(&files, "a.toml"), Err(expected.to_string()));
    }

    #[test]
    fn a_circle_is_named() {
        let files = [
            ("a.toml", "extends = \"b.toml\""),
            ("b.toml", "extends = \"c.toml\""),
            ("c.toml", "extends = \"./b.toml\""),
        ];
        complains(&files, "`b.toml` extends `c.toml` extends `b.toml`");
        complains(&[("a.toml", "extends = \"a.toml\"")], "`a.toml` extends `a.toml`");
    }

    #[test]
    fn no_file_outside_the_folder_is_touched() {
        let escapes = "must stay in the folder of the scenario";
        complains(&[("a.toml", "extends = \"../b.toml\"")], escapes);
        complains(&[("a.toml", "extends = \"sub/../../b.toml\""), ("sub/c.toml", "")], escapes);
        complains(&[("a.toml", "extends = \"/etc/passwd\"")], "must be relative");
        complains(&[("a.toml", "extends = \"sub\\\\b.toml\"")], "did you mean `sub/b.toml`?");
        complains(&[("a.toml", "extends = 5")], "`extends` must be the name of a file");
        complains(&[("a.toml", "extends = \"sub\""), ("sub/c.toml", "")], "`sub` is a folder");
    }

    #[cfg(unix)]
    #[test]
    fn links_do_not_lead_out() {
        let outside = tempfile::tempdir().expect("a folder");
        write(outside.path(), &[("b.toml", "y = 1\n")]);
        let inside = tempfile::tempdir().expect("a folder");
        write(inside.path(), &[("a.toml", "extends = \"b.toml\"\n")]);
        std::os::unix::fs::symlink(outside.path().join("b.toml"), inside.path().join("b.toml"))
            .expect("a link");
        let (node, findings) = read_scenario(Shelf::Disk, &inside.path().join("a.toml"), &[]);
        assert!(node.is_none());
        assert!(findings.render(Colour::Plain).contains("must stay in the folder"));
    }

    #[test]
    fn mistakes_of_all_files_are_noted_at_once() {
        let files = [("a.toml", "extends = \"b.toml\"\nx = 4,5\n"), ("b.toml", "y = app\n")];
        let complaint = read(&files, "a.toml").expect_err("wrong");
        assert!(complaint.contains("a.toml:2:5"), "{complaint}");
        assert!(complaint.contains("b.toml:1:5"), "{complaint}");
    }
}
