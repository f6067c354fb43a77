//! The real clock, for manifests only: nothing that is simulated knows it.

use std::time::SystemTime;

use jiff::Timestamp;

/// The present moment in UTC, to the second, such as `2026-11-22T11:02:38Z`.
pub fn now_utc() -> String {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let seconds = i64::try_from(since.as_secs()).unwrap_or_default();
    Timestamp::from_second(seconds).unwrap_or_default().to_string()
}
