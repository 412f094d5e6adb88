package vn.thutuc.portal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thutuc.document.DocumentIntake;
import vn.thutuc.document.DocumentProblem;
import vn.thutuc.dossier.DossierProblem;

/**
 * Fetches the papers of a submitted dossier from the portal into the store, with its limits, types
 * and scanner. Only addresses below the configured ones are fetched: whoever can send a dossier
 * must not make the house call its own network.
 */
@Component
class ArrivalFiles {

  private final PortalSettings settings;
  private final DocumentIntake intake;
  private final HttpClient http;

  ArrivalFiles(PortalSettings settings, DocumentIntake intake) {
    this.settings = settings;
    this.intake = intake;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectTimeout())
            .build();
  }

  /** A file in the store, with the paper it is for. */
  record Fetched(ArrivalForm.PaperFile paper, DocumentIntake.Staged staged) {}

  /**
   * Fetches all; when one cannot be taken none is kept.
   *
   * @throws DossierProblem when one is not allowed, too large, of a type not taken, or infected
   * @throws PortalDown when one cannot be fetched now
   */
  List<Fetched> fetch(List<ArrivalForm.PaperFile> papers) {
    if (papers.size() > intake.mostFiles()) {
      throw DossierProblem.invalid(
          "too-many-files",
          "TaiLieuNop",
          "Hồ sơ có %d tệp, chỉ được tối đa %d.".formatted(papers.size(), intake.mostFiles()));
    }
    papers.forEach(this::address);
    List<Fetched> fetched = new ArrayList<>();
    boolean all = false;
    try {
      for (ArrivalForm.PaperFile paper : papers) {
        fetched.add(new Fetched(paper, fetch(paper)));
      }
      all = true;
      return fetched;
    } finally {
      if (!all) {
        discard(fetched);
      }
    }
  }

  /** Removes what was not entered in a dossier. */
  void discard(List<Fetched> fetched) {
    fetched.forEach(one -> intake.discard(one.staged()));
  }

  private DocumentIntake.Staged fetch(ArrivalForm.PaperFile paper) {
    HttpRequest request =
        HttpRequest.newBuilder(address(paper)).timeout(settings.readTimeout()).GET().build();
    try {
      HttpResponse<InputStream> answer =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream bytes = answer.body()) {
        if (answer.statusCode() != 200) {
          throw unreachable(paper, "HTTP " + answer.statusCode());
        }
        long size = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
        return intake.stage(new DocumentIntake.Upload(paper.name(), size, bytes));
      }
    } catch (DocumentProblem problem) {
      if (problem.kind() == DocumentProblem.Kind.UNAVAILABLE) {
        throw new PortalDown(problem.getMessage());
      }
      throw DossierProblem.invalid(problem.code(), paper.place(), problem.getMessage());
    } catch (IOException e) {
      throw unreachable(paper, "không tải hết được");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(paper, "bị ngắt");
    }
  }

  private static PortalDown unreachable(ArrivalForm.PaperFile paper, String why) {
    return new PortalDown("Chưa tải được tệp ở %s từ Cổng: %s.".formatted(paper.place(), why));
  }

  private URI address(ArrivalForm.PaperFile paper) {
    try {
      URI address = URI.create(paper.address()).normalize();
      if (settings.fileRoots().stream().anyMatch(root -> isBelow(root, address))) {
        return address;
      }
    } catch (IllegalArgumentException malformed) {
      // Said below.
    }
    throw DossierProblem.invalid(
        "file-address-refused",
        paper.place(),
        "DuongDanTaiTepTin không nằm ở địa chỉ của Cổng đã khai báo nên không được tải.");
  }

  private static boolean isBelow(URI root, URI address) {
    String path = root.getPath() == null ? "" : root.getPath();
    String folder = path.endsWith("/") ? path : path + "/";
    return address.getUserInfo() == null
        && root.getScheme().equalsIgnoreCase(address.getScheme())
        && root.getHost().equalsIgnoreCase(String.valueOf(address.getHost()))
        && root.getPort() == address.getPort()
        && address.getPath() != null
        && !address.getPath().contains("..")
        && address.getPath().startsWith(folder);
  }
}
