"use strict";
// Without this script the page says the same: charts have their data beside them, and browsers
// show what marks say. There are no signs here that XML would have to escape.
(() => {
  const words = document.body.dataset;

  // Charts tell the pointer what their marks are.
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true");
  document.body.append(tip);
  const hide = () => { tip.hidden = true; };
  const show = (event) => {
    const mark = event.target.closest("[data-hint]");
    if (!mark) { return hide(); }
    tip.textContent = mark.dataset.hint;
    tip.hidden = false;
    const room = document.documentElement.clientWidth - tip.offsetWidth - 8;
    const left = Math.max(4, Math.min(event.clientX + 14, room));
    const above = event.clientY - tip.offsetHeight - 12;
    tip.style.left = left + "px";
    tip.style.top = (Math.sign(above) === 1 ? above : event.clientY + 20) + "px";
  };
  for (const title of document.querySelectorAll("svg rect > title")) {
    title.parentNode.dataset.hint = title.textContent;
    title.remove();
  }
  for (const chart of document.querySelectorAll(".chart")) {
    chart.addEventListener("pointermove", show);
    chart.addEventListener("pointerdown", show);
    chart.addEventListener("pointerleave", hide);
  }
  document.addEventListener("scroll", hide, { passive: true, capture: true });

  // Series can be switched off.
  for (const chart of document.querySelectorAll(".chart")) {
    const marks = [...chart.querySelectorAll("[data-series]")];
    const names = [...new Set(marks.map((mark) => mark.dataset.series))];
    if (names.length === 0 || names.length === 1) { continue; }
    const set = document.createElement("fieldset");
    set.className = "series";
    set.append(Object.assign(document.createElement("legend"), { textContent: words.show }));
    for (const name of names) {
      const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: true });
      box.addEventListener("change", () => {
        for (const mark of marks.filter((of) => of.dataset.series === name)) {
          mark.style.display = box.checked ? "" : "none";
        }
      });
      const label = document.createElement("label");
      label.append(box, " " + name);
      set.append(label);
    }
    chart.after(set);
  }

  // Tables sort by a click on a heading: up, down, and as they were.
  const key = (row, column) => {
    const cell = row.cells[column];
    const text = cell.dataset.sort ?? cell.textContent;
    return { text, number: text.trim() === "" ? undefined : Number(text) };
  };
  const order = (one, other) => {
    const numbers = [one, other].map((of) => Number.isFinite(of.number) ? 0 : 1);
    if (numbers[0] !== numbers[1]) { return numbers[0] - numbers[1]; }
    return numbers[0] ? one.text.localeCompare(other.text) : one.number - other.number;
  };
  for (const table of document.querySelectorAll("table")) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const headings = [...table.tHead.rows[0].cells];
    if (rows.length === 0 || rows.length === 1) { continue; }
    headings.forEach((heading, column) => {
      if (heading.textContent === "") { return; }
      const button = document.createElement("button");
      button.type = "button";
      button.title = words.sort;
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => {
        const was = heading.getAttribute("aria-sort");
        const next = { ascending: "descending", descending: null }[was];
        const now = next === undefined ? "ascending" : next;
        headings.forEach((of) => of.removeAttribute("aria-sort"));
        const sorted = now === null ? rows : [...rows].sort((one, other) => {
          const turned = now === "ascending" ? 1 : -1;
          return turned * order(key(one, column), key(other, column));
        });
        if (now !== null) { heading.setAttribute("aria-sort", now); }
        body.append(...sorted);
      });
    });
  }
})();
