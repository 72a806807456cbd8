package midgard.service.produce;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The REST Proxy's answer to a produce request. */
record RestProxyAnswer(
    @JsonProperty("key_schema_id") Integer keySchemaId,
    @JsonProperty("value_schema_id") Integer valueSchemaId,
    List<Offset> offsets) {

  /** What became of one record; a place in the log, or an error. */
  record Offset(
      Integer partition, Long offset, @JsonProperty("error_code") Integer errorCode, String error) {

    static Offset at(int partition, long offset) {
      return new Offset(partition, offset, null, null);
    }

    static Offset failed(RestProxyError.Code code, String error) {
      return new Offset(null, null, code.number(), error);
    }
  }

  /** An error that concerns the whole request. */
  record Failure(@JsonProperty("error_code") int errorCode, String message) {}
}
