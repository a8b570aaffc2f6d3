use super::Sort;

/// What a brace opens.
pub(super) enum Brace<'t> {
    /// A placeholder.
    Field { length: usize, key: String, sort: Sort },
    /// A choice of ICU, up to the comma before its branches.
    Choice { length: usize, name: &'t str, is_plural: bool },
}

/// A placeholder in braces has so many bytes at most.
const LONGEST: usize = 120;

/// What the brace opens that a text begins with, if it is a placeholder.
pub(super) fn brace(text: &str) -> Option<Brace<'_>> {
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let text = text.split('\n').next().unwrap_or_default();
    let closed = |open: &str, close: &str| whole(text, open, close);
    let twofold = closed("{{{", "}}}").or_else(|| closed("{{", "}}"));
    twofold.or_else(|| closed("{%", "%}")).or_else(|| single(text))
}

/// A template's placeholder, whose inside is code of its own.
fn whole<'t>(text: &str, open: &str, close: &str) -> Option<Brace<'t>> {
    let inside = text.strip_prefix(open)?;
    let end = inside.find(close)?;
    let code = inside[..end].trim();
    let starts = code.starts_with(|c: char| c.is_ascii_alphanumeric() || "_$@#/^!>&.-".contains(c));
    if !starts || !code.is_ascii() || code.contains(['{', '}']) {
        return None;
    }
    let key = [open, &code.split_whitespace().collect::<Vec<_>>().join(" "), close].concat();
    Some(Brace::Field { length: open.len() + end + close.len(), key, sort: Sort::Named })
}

fn single(text: &str) -> Option<Brace<'_>> {
    let inside = &text[1..];
    let start = inside.len() - inside.trim_start_matches(' ').len();
    let length = inside[start..].find(|c: char| !is_of_name(c))?;
    let (name, rest) = inside[start..].split_at(length);
    let after = rest.trim_start_matches(' ');
    let end = |used: usize| text.len() - after.len() + used;
    if let Some(list) = after.strip_prefix(',') {
        return listed(name, list, end(1));
    }
    let sort = if name.is_empty() { Sort::Any } else { Sort::Named };
    let field = |length| Brace::Field { length, key: format!("{{{name}}}"), sort };
    if after.starts_with('}') {
        // Braces around nothing but a space are no placeholder.
        return (is_name(name) || inside.starts_with('}')).then(|| field(end(1)));
    }
    let form = rest.strip_prefix(['!', ':'])?;
    let close = form.find(['{', '}']).filter(|close| form[*close..].starts_with('}'))?;
    let is_form = close > 0 && form[..close].is_ascii() && !form.starts_with(' ');
    (is_form && (is_name(name) || name.is_empty()))
        .then(|| field(text.len() - form.len() + close + 1))
}

/// An argument of ICU with its type: `{n, number}`, `{n, plural, ..`.
fn listed<'t>(name: &'t str, list: &'t str, start: usize) -> Option<Brace<'t>> {
    let kind = list.split([',', '}', '{']).next()?.trim();
    let length = start + list.find([',', '}', '{'])? + 1;
    let rest = &list[length - start..];
    let mark = list.as_bytes()[length - start - 1];
    if !is_name(name) || mark == b'{' {
        return None;
    }
    match kind {
        "plural" | "selectordinal" | "select" if mark == b',' => {
            Some(Brace::Choice { length, name, is_plural: kind != "select" })
        }
        "number" | "date" | "time" | "duration" | "spellout" | "ordinal" | "list" => {
            let close = if mark == b'}' { 0 } else { rest.find('}')? + 1 };
            let (length, key) = (length + close, format!("{{{name}}}"));
            Some(Brace::Field { length, key, sort: Sort::Named })
        }
        _ => None,
    }
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || "_.$@[]-".contains(c)
}

/// Whether it is a number of up to two digits, or begins as a name does.
fn is_name(name: &str) -> bool {
    let is_number = name.len() <= 2 && name.bytes().all(|c| c.is_ascii_digit());
    !name.is_empty()
        && (is_number || name.starts_with(|c: char| c.is_ascii_alphabetic() || "_$@".contains(c)))
}
