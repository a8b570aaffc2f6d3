use super::Sort;

/// The placeholder, or the doubled sign, at a per cent sign: its length, how it finds its value,
/// and its key.
pub(super) fn percent(text: &str, at: usize) -> Option<(usize, Sort, String)> {
    let rest = &text[at..];
    if rest.starts_with("%%") {
        return Some((2, Sort::Percent, "%%".to_owned()));
    }
    if is_encoded(text.as_bytes(), at) {
        return None;
    }
    let named = || named(rest).map(|length| (length, Sort::Named, key(&rest[..length])));
    named().or_else(|| qt(rest)).or_else(|| conversion(rest))
}

/// Of `%(name)03d` the name matters.
fn key(written: &str) -> String {
    let end = written.rfind([')', '>', '@', '%']).map_or(written.len(), |end| end + 1);
    written[..end].to_owned()
}

/// Whether it is one of several bytes of an address: `%E4%BD`.
fn is_encoded(bytes: &[u8], at: usize) -> bool {
    let is_byte = |at: usize| {
        let byte = bytes.get(at..at + 3).filter(|it| it[0] == b'%');
        byte.is_some_and(|it| it[1].is_ascii_hexdigit() && it[2].is_ascii_hexdigit())
    };
    is_byte(at) && (is_byte(at + 3) || at >= 3 && is_byte(at - 3))
}

/// How long a placeholder with a name is: `%(name)s`, `%<name>s`, `%#@name@`, `%NAME%`.
fn named(rest: &str) -> Option<usize> {
    let inside = &rest[1..];
    let length = |close: char| {
        let end = inside[1..].find(|c: char| !is_of_name(c))?;
        (end > 0 && inside[1 + end..].starts_with(close)).then_some(end + 3)
    };
    let typed = |length: usize| Some(length + conversion_length(&rest[length..])?.0);
    match inside.chars().next()? {
        '(' => length(')').and_then(typed),
        '<' => length('>').and_then(typed),
        '#' if inside.starts_with("#@") => {
            let end = inside[2..].find(|c: char| !is_of_name(c))?;
            inside[2 + end..].starts_with('@').then_some(end + 4)
        }
        _ => {
            let end = inside.find(|c: char| !is_of_name(c))?;
            let is_name = end >= 3 && !inside.starts_with(|c: char| c.is_ascii_digit());
            (is_name && inside[end..].starts_with('%')).then_some(end + 2)
        }
    }
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '.')
}

/// Qt's `%n`, `%1`, `%L1`. A letter behind the one digit of `%1s` is a word of the text.
fn qt(rest: &str) -> Option<(usize, Sort, String)> {
    let inside = &rest[1..];
    let is_word = |it: &str| it.starts_with(|c: char| c.is_ascii_alphabetic());
    if inside.starts_with('n') && !is_word(&inside[1..]) {
        return Some((2, Sort::Named, "%n".to_owned()));
    }
    let local = usize::from(inside.starts_with('L'));
    let digits = inside[local..].bytes().take_while(u8::is_ascii_digit).count();
    let number: u16 = inside[local..local + digits].parse().ok().filter(|it| *it > 0)?;
    let after = &inside[local + digits..];
    let is_width =
        local == 0 && (after.starts_with(['$', '.', '@']) || number > 1 && is_word(after));
    (digits <= 2 && !is_width).then(|| (1 + local + digits, Sort::Numbered(number), String::new()))
}

/// A conversion of C: `%s`, `%2$d`, `%-5.2f`, `%lld`.
fn conversion(rest: &str) -> Option<(usize, Sort, String)> {
    let inside = &rest[1..];
    let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
    let number: Option<u16> = inside[..digits].parse().ok().filter(|it| *it > 0);
    let numbered = number.filter(|_| inside[digits..].starts_with('$'));
    let start = 1 + numbered.map_or(0, |_| digits + 1);
    let (length, key) = conversion_length(&rest[start..])?;
    let sort = numbered.map_or(Sort::Next, Sort::Numbered);
    let word = rest[start + length..].bytes().take_while(u8::is_ascii_alphabetic).count();
    // `%dpx` has a unit behind it, `%discount` is a word.
    let is_usual = matches!(&*key, "s" | "d" | "f" | "@" | "lld");
    let is_sure = numbered.is_some() || word <= if is_usual { 2 } else { 0 };
    is_sure.then_some((start + length, sort, key))
}

/// How long flags, width, precision, size and letter of a conversion are, and the kind of value.
fn conversion_length(text: &str) -> Option<(usize, String)> {
    let skip =
        |text: &str, of: &str| text.len() - text.trim_start_matches(|c| of.contains(c)).len();
    let flags = skip(text, "-+0#'");
    let width = skip(&text[flags..], "0123456789*");
    let mut at = flags + width;
    if text[at..].starts_with('.') {
        at += 1 + skip(&text[at + 1..], "0123456789*");
    }
    let size = skip(&text[at..], "hlLzjtq").min(2);
    let letter = text[at + size..].chars().next().filter(|c| "diuxXofFeEgGscp@".contains(*c))?;
    let kind = if matches!(letter, 'i' | 'u') { 'd' } else { letter.to_ascii_lowercase() };
    Some((at + size + 1, format!("{}{kind}", &text[at..at + size])))
}
