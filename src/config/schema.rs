use super::choices::with_numbers;
use super::keys::{Holds, Key, TOP};
use super::keys_gate::LIMITS;
use crate::checks::{self, Check};
use crate::finding::Language;
use serde_json::{Map, Value, json};

/// The JSON schema of the configuration, for editors: which keys there are, what they hold, what
/// they mean.
pub fn schema() -> String {
    let by_check = TOP.iter().chain(LIMITS).filter(|it| is_by_check(it.holds));
    let definitions: Map<_, _> = by_check.map(|it| (it.name.to_owned(), shape(it.holds))).collect();
    let mut schema = table(TOP);
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["title"] = json!("xindaya.toml");
    schema["description"] = json!("What xindaya checks, and how strictly.");
    schema["definitions"] = definitions.into();
    serde_json::to_string_pretty(&schema).expect("texts and numbers are JSON") + "\n"
}

/// Whether a key has an entry for each check: too much to be written wherever the key stands.
fn is_by_check(holds: Holds) -> bool {
    matches!(holds, Holds::ByCheck(_) | Holds::Numbers)
}

fn table(keys: &[Key]) -> Value {
    let properties = keys.iter().map(|it| (it.name.to_owned(), property(it)));
    object(properties)
}

fn object(properties: impl IntoIterator<Item = (String, Value)>) -> Value {
    let properties: Map<_, _> = properties.into_iter().collect();
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

fn property(key: &Key) -> Value {
    let mut property = if is_by_check(key.holds) {
        json!({ "allOf": [{ "$ref": format!("#/definitions/{}", key.name) }] })
    } else {
        shape(key.holds)
    };
    property["description"] = json!(key.means);
    property
}

fn shape(holds: Holds) -> Value {
    match holds {
        Holds::Name(names) => json!({ "enum": names() }),
        Holds::Names(names) => json!({ "type": "array", "items": { "enum": names() } }),
        Holds::Text => json!({ "type": "string" }),
        Holds::Truth => json!({ "type": "boolean" }),
        Holds::Texts => json!({ "type": "array", "items": { "type": "string" } }),
        Holds::Points => json!({ "type": "number", "minimum": 0, "maximum": 100 }),
        Holds::Share => json!({ "type": "number", "minimum": 0, "maximum": 1 }),
        Holds::Whole => json!({ "type": "integer", "minimum": 0 }),
        Holds::Table(keys) => table(keys),
        Holds::Tables(keys, any) => json!({ "type": "array", "items": with_any(table(keys), any) }),
        Holds::ByCheck(holds) => by_check(*holds),
        Holds::Numbers => numbers(),
    }
}

/// A table that has at least one of these keys.
fn with_any(mut table: Value, any: &[&str]) -> Value {
    let one = any.iter().map(|it| json!({ "required": [it] }));
    table["anyOf"] = one.collect();
    table
}

/// An entry for each check, and for what other tools call them.
fn by_check(holds: Holds) -> Value {
    let entry = |check: &Check| (check.id.to_owned(), of_check(check, shape(holds)));
    let mut all = object(checks::all().map(entry));
    all["patternProperties"] = json!({ "^[A-Za-z-]+:": shape(holds) });
    all
}

fn of_check(check: &Check, mut shape: Value) -> Value {
    shape["description"] = json!(check.finds.template(Language::English));
    shape
}

fn numbers() -> Value {
    let of = |check: &'static Check| {
        let params = check.params.iter().map(|it| {
            let mut shape = shape(Holds::Whole);
            shape["default"] = json!(it.default);
            shape["description"] = json!(it.means.template(Language::English));
            (it.name().to_owned(), shape)
        });
        (check.id.to_owned(), of_check(check, object(params)))
    };
    object(with_numbers().map(of))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    #[test]
    fn each_check_and_each_key_is_in_it() {
        let schema: Value = serde_json::from_str(&super::schema()).expect("is JSON");
        let at = |path: &str| schema.pointer(path).unwrap_or_else(|| panic!("{path}"));
        for check in crate::checks::all() {
            at(&format!("/definitions/severity/properties/{}/enum", check.id));
            at(&format!("/definitions/checks/properties/{}/minimum", check.id));
        }
        at("/definitions/check/properties/repeated-clause/properties/min-characters/default");
        at("/properties/override/items/properties/paths/description");
        assert_eq!(at("/properties/gate/properties/document/maximum"), 100);
        assert_eq!(at("/additionalProperties"), false);
    }
}
