package midgard.schemas.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import midgard.schemas.event.EventRejected.Code;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** Plain JSON into the fields of a record, by the record's schema. Nothing is guessed or cut. */
final class AvroJson {
  private AvroJson() {}

  /** The value of one field; its default when the JSON does not hold it. */
  static Object field(JsonNode object, Schema.Field field, String path) throws EventRejected {
    JsonNode value = object.get(field.name());
    if (value == null || value.isNull()) {
      if (!field.hasDefaultValue()) {
        throw new EventRejected(
            Code.MISSING_FIELD,
            "%s%s is missing; it must be %s."
                .formatted(path, field.name(), describe(field.schema())));
      }
      return SpecificData.get().getDefaultValue(field);
    }
    return value(value, field.schema(), path + field.name());
  }

  private static Object value(JsonNode json, Schema schema, String path) throws EventRejected {
    switch (schema.getType()) {
      case UNION:
        return value(json, schema.getTypes().get(1), path);
      case STRING:
        if (json.isTextual()) {
          return json.textValue();
        }
        break;
      case INT:
        if (json.isIntegralNumber() && json.canConvertToInt()) {
          return json.intValue();
        }
        break;
      case LONG:
        if (json.isIntegralNumber() && json.canConvertToLong()) {
          return json.longValue();
        }
        break;
      case BOOLEAN:
        if (json.isBoolean()) {
          return json.booleanValue();
        }
        break;
      case ENUM:
        if (json.isTextual() && schema.hasEnumSymbol(json.textValue())) {
          return SpecificData.get().createEnum(json.textValue(), schema);
        }
        break;
      case ARRAY:
        if (json.isArray()) {
          return list(json, schema, path);
        }
        break;
      case RECORD:
        if (json.isObject()) {
          return record(json, schema, path);
        }
        break;
      default:
        throw new IllegalStateException("The catalogue has no fields of type " + schema.getType());
    }
    throw new EventRejected(
        Code.WRONG_TYPE, path + " is " + shown(json) + "; it must be " + describe(schema) + ".");
  }

  private static List<Object> list(JsonNode json, Schema schema, String path) throws EventRejected {
    List<Object> list = new ArrayList<>(json.size());
    for (int i = 0; i < json.size(); i++) {
      list.add(value(json.get(i), schema.getElementType(), path + "[" + i + "]"));
    }
    return list;
  }

  private static Object record(JsonNode json, Schema schema, String path) throws EventRejected {
    SpecificRecordBase record = (SpecificRecordBase) SpecificData.get().newRecord(null, schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), field(json, field, path + "."));
    }
    return record;
  }

  private static String describe(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> describe(schema.getTypes().get(1));
      case STRING -> "text";
      case INT -> "an integer of 32 bits";
      case LONG -> "an integer of 64 bits";
      case BOOLEAN -> "true or false";
      case ENUM -> "one of " + String.join(", ", schema.getEnumSymbols());
      case ARRAY -> "a list";
      default -> "an object";
    };
  }

  private static String shown(JsonNode json) {
    String text = json.toString();
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
