//! Checks JSON by a JSON Schema: the part of draft 7 that the schemas beside the tests are written
//! in. A keyword that it does not know is a fault of the test.

use regex::Regex;
use serde_json::Value;

/// What is wrong with a value by a schema; nothing if it is valid.
pub(crate) fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut checker = Checker { root: schema, faults: vec![] };
    checker.check(schema, value, "");
    checker.faults
}

struct Checker<'s> {
    root: &'s Value,
    faults: Vec<String>,
}

impl Checker<'_> {
    fn check(&mut self, schema: &Value, value: &Value, at: &str) {
        let schema = schema.as_object().expect("a schema is an object");
        for (keyword, rule) in schema {
            match keyword.as_str() {
                "$ref" => {
                    let path = rule.as_str().expect("a path").trim_start_matches('#');
                    let other = self.root.pointer(path).expect("leads to a schema");
                    self.check(other, value, at);
                }
                // Where there are both, the first of them looks at the second.
                "additionalProperties" if schema.contains_key("properties") => {}
                "properties" | "additionalProperties" => self.properties(schema, value, at),
                "items" => {
                    for (nth, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.check(rule, item, &format!("{at}/{nth}"));
                    }
                }
                "anyOf" | "oneOf" => {
                    let all = rule.as_array().expect("a list");
                    let fits = all.iter().filter(|it| self.fits(it, value)).count();
                    self.must(fits == 1 || fits > 0 && keyword == "anyOf", keyword, at);
                }
                _ => self.must(holds(keyword, rule, value), &format!("{keyword} {rule}"), at),
            }
        }
    }

    fn properties(&mut self, schema: &serde_json::Map<String, Value>, value: &Value, at: &str) {
        let known = schema.get("properties").and_then(Value::as_object);
        for (key, value) in value.as_object().into_iter().flatten() {
            let at = format!("{at}/{key}");
            match (known.and_then(|it| it.get(key)), schema.get("additionalProperties")) {
                (Some(rule), _) => self.check(rule, value, &at),
                (None, Some(Value::Bool(false))) => self.must(false, "is not known", &at),
                (None, Some(rule)) if rule.is_object() => self.check(rule, value, &at),
                _ => {}
            }
        }
    }

    fn fits(&self, schema: &Value, value: &Value) -> bool {
        let mut checker = Checker { root: self.root, faults: vec![] };
        checker.check(schema, value, "");
        checker.faults.is_empty()
    }

    fn must(&mut self, holds: bool, what: &str, at: &str) {
        if !holds {
            self.faults.push(format!("{at}: {what}"));
        }
    }
}

/// Whether a value is as a keyword that looks at nothing else demands. What is of another type is.
fn holds(keyword: &str, rule: &Value, value: &Value) -> bool {
    let number = |it: &Value| it.as_f64().expect("a number");
    let length = value.as_array().map(Vec::len);
    let least = || usize::try_from(rule.as_u64().expect("a count")).expect("is small");
    match keyword {
        "type" => match rule {
            Value::Array(types) => types.iter().any(|it| is(it, value)),
            one => is(one, value),
        },
        "enum" => rule.as_array().expect("a list").contains(value),
        "required" => {
            let keys = rule.as_array().expect("a list").iter().filter_map(Value::as_str);
            value.as_object().is_none_or(|it| keys.into_iter().all(|key| it.contains_key(key)))
        }
        "pattern" => {
            let pattern = Regex::new(rule.as_str().expect("a pattern")).expect("a pattern");
            value.as_str().is_none_or(|it| pattern.is_match(it))
        }
        "minLength" => value.as_str().is_none_or(|it| it.chars().count() >= least()),
        "minimum" => value.as_f64().is_none_or(|it| it >= number(rule)),
        "maximum" => value.as_f64().is_none_or(|it| it <= number(rule)),
        "minItems" => length.is_none_or(|it| it >= least()),
        "uniqueItems" => rule == &Value::Bool(false) || are_unique(value),
        "format" => value.as_str().is_none_or(|it| is_written(rule.as_str().expect("a name"), it)),
        "$schema" | "$id" | "title" | "description" | "default" | "definitions" => true,
        _ => panic!("the keyword {keyword} is not known here"),
    }
}

fn is(name: &Value, value: &Value) -> bool {
    match name.as_str().expect("a type") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        other => panic!("no type {other}"),
    }
}

fn are_unique(value: &Value) -> bool {
    let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().enumerate().all(|(nth, it)| !items[..nth].contains(it))
}

/// Whether a text is a URI: of characters that one may have, `%` before two digits.
fn is_written(format: &str, text: &str) -> bool {
    let uri =
        r"^([A-Za-z][A-Za-z0-9+.-]*:)?([A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*$";
    let is_uri = Regex::new(uri).expect("a pattern").is_match(text);
    match format {
        "uri" => is_uri && text.contains(':'),
        "uri-reference" => is_uri,
        other => panic!("the format {other} is not known here"),
    }
}
