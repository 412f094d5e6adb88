package vn.thutuc.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;

/** What a stand-in answers. */
record Reply(int status, String contentType, byte[] body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Reply json(int status, Object object) {
    try {
      return new Reply(status, "application/json", JSON.writeValueAsBytes(object));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A stand-in answers something that is no JSON", e);
    }
  }

  static Reply html(String page) {
    return new Reply(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a browser on after a form. */
  static Reply back(String address) {
    return new Reply(303, address, new byte[0]);
  }
}
