package vn.thutuc.security;

import java.nio.charset.StandardCharsets;

/** Deployments as Camunda Modeler sends them. */
final class Deployments {

  private Deployments() {}

  static Web.Multipart of(String file, String content) {
    StringBuilder body = new StringBuilder();
    field(body, "deployment-name", file);
    field(body, "deployment-source", "Camunda Modeler");
    field(body, "enable-duplicate-filtering", "true");
    body.append("--").append(Web.Multipart.BOUNDARY).append("\r\n");
    body.append("Content-Disposition: form-data; name=\"")
        .append(file)
        .append("\"; filename=\"")
        .append(file)
        .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
        .append(content)
        .append("\r\n--")
        .append(Web.Multipart.BOUNDARY)
        .append("--\r\n");
    return new Web.Multipart(body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void field(StringBuilder body, String name, String value) {
    body.append("--").append(Web.Multipart.BOUNDARY).append("\r\n");
    body.append("Content-Disposition: form-data; name=\"").append(name).append("\"\r\n\r\n");
    body.append(value).append("\r\n");
  }
}
