package vn.thutuc.modelling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What a file is to the engine: its kind and the key under which versions of it follow each other.
 *
 * @param kind what the file holds
 * @param key id of the executable process, of the first decision, or of the form
 * @param name what people call it; the key when it has no name
 */
public record ModelIdentity(Kind kind, String key, String name) {

  /** What a file holds. */
  public enum Kind {
    /** A BPMN file. */
    PROCESS,
    /** A DMN file. */
    DECISION,
    /** A Camunda Form. */
    FORM
  }

  /** The kind of a file by the engine's own endings, which have no dot; empty for other files. */
  public static Optional<Kind> kindOf(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith("bpmn") || name.endsWith("bpmn20.xml")) {
      return Optional.of(Kind.PROCESS);
    }
    if (name.endsWith("dmn") || name.endsWith("dmn11.xml")) {
      return Optional.of(Kind.DECISION);
    }
    return name.endsWith("form") ? Optional.of(Kind.FORM) : Optional.empty();
  }

  /** Reads a file; empty when it is no model or has no key. */
  public static Optional<ModelIdentity> of(String file, byte[] content) {
    return kindOf(file)
        .flatMap(
            kind ->
                switch (kind) {
                  case FORM -> form(content);
                  case PROCESS -> xml(kind, content, "process");
                  case DECISION -> xml(kind, content, "decision");
                });
  }

  /** SHA-256 of a file, in lower-case hexadecimal digits. */
  public static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  private static Optional<ModelIdentity> form(byte[] content) {
    try {
      JsonNode form = new ObjectMapper().readTree(content);
      String id = form.path("id").asText("");
      return id.isBlank() ? Optional.empty() : Optional.of(new ModelIdentity(Kind.FORM, id, id));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<ModelIdentity> xml(Kind kind, byte[] content, String tag) {
    Document document = XmlFile.parse(content).document();
    if (document == null) {
      return Optional.empty();
    }
    NodeList found = document.getElementsByTagNameNS("*", tag);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> (Element) found.item(i))
        .filter(one -> kind == Kind.DECISION || "true".equals(one.getAttribute("isExecutable")))
        .filter(one -> !one.getAttribute("id").isBlank())
        .findFirst()
        .map(
            one ->
                new ModelIdentity(
                    kind,
                    one.getAttribute("id"),
                    one.getAttribute("name").isBlank()
                        ? one.getAttribute("id")
                        : one.getAttribute("name")));
  }
}
