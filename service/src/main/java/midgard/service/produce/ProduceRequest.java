package midgard.service.produce;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import midgard.service.http.Json;
import midgard.service.produce.JsonScanner.Malformed;
import midgard.service.produce.JsonScanner.Slice;
import midgard.service.produce.RestProxyError.Code;

/**
 * The body of a produce request.
 *
 * @param values one per record; empty where the record has none
 * @param hasKeys whether any record has a key
 * @param keySchema whether the keys' schema or its id is given
 * @param valueSchema the values' schema as text, if given
 * @param valueSchemaId the id of the values' schema, if given
 */
record ProduceRequest(
    List<Optional<Slice>> values,
    boolean hasKeys,
    boolean keySchema,
    Optional<String> valueSchema,
    Optional<Integer> valueSchemaId) {

  private static final String RIGHT = "It must be {\"records\": [{\"value\": ...}]}.";

  /**
   * @throws RestProxyError when the body is not of that form
   */
  static ProduceRequest read(byte[] body) {
    Map<String, Slice> members = members(body);
    Slice records = members.get("records");
    if (records == null || !records.isArray()) {
      throw new RestProxyError(Code.UNPROCESSABLE, "records is missing or no list. " + RIGHT);
    }
    List<Optional<Slice>> values = new ArrayList<>();
    boolean hasKeys = false;
    try {
      for (Slice element : JsonScanner.elements(records)) {
        if (!element.isObject()) {
          throw new RestProxyError(
              Code.UNPROCESSABLE, "records[%d] is no object. %s".formatted(values.size(), RIGHT));
        }
        Map<String, Slice> record = JsonScanner.members(element);
        hasKeys |= given(record, "key");
        values.add(Optional.ofNullable(record.get("value")).filter(value -> !value.isNull()));
      }
    } catch (Malformed e) {
      throw new RestProxyError(Code.BAD_REQUEST, "The body is no JSON: " + e.getMessage() + ".");
    }
    if (values.isEmpty()) {
      throw new RestProxyError(Code.UNPROCESSABLE, "records is empty. " + RIGHT);
    }
    return new ProduceRequest(
        values,
        hasKeys,
        given(members, "key_schema") || given(members, "key_schema_id"),
        read(members, "value_schema", String.class),
        read(members, "value_schema_id", Integer.class));
  }

  private static Map<String, Slice> members(byte[] body) {
    try {
      Slice root = JsonScanner.root(body);
      if (!root.isObject()) {
        throw new RestProxyError(Code.UNPROCESSABLE, "The body is no JSON object. " + RIGHT);
      }
      return JsonScanner.members(root);
    } catch (Malformed e) {
      throw new RestProxyError(Code.BAD_REQUEST, "The body is no JSON: " + e.getMessage() + ".");
    }
  }

  private static boolean given(Map<String, Slice> members, String name) {
    return members.containsKey(name) && !members.get(name).isNull();
  }

  private static <T> Optional<T> read(Map<String, Slice> members, String name, Class<T> type) {
    if (!given(members, name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.MAPPER.readValue(members.get(name).bytes(), type));
    } catch (JsonProcessingException e) {
      throw new RestProxyError(
          Code.UNPROCESSABLE,
          name + " must be " + (type == Integer.class ? "a whole number." : "text."));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("Reading from memory does not fail.", e);
    }
  }
}
