package vn.thutuc.command;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.thutuc.clock.Pause;
import vn.thutuc.clock.PauseMode;
import vn.thutuc.clock.Term;

/** Dossiers of 2019 to 2026 with every kind of term and pause, the same ones for the same seed. */
public final class GeneratedDossiers {

  private static final LocalDateTime FIRST = LocalDateTime.parse("2019-01-01T00:00");
  private static final int DAYS = 365 * 8 - 60;
  private static final List<String> UNITS = List.of("wd", "wd", "wd", "d", "mo", "wh", "h");

  private final Random random;

  private GeneratedDossiers(long seed) {
    this.random = new Random(seed);
  }

  /** A dossier as the clock takes it. */
  public record Dossier(int id, LocalDateTime received, Term term, List<Pause> pauses) {

    /** The dossier as a line of a batch. */
    public String line() {
      return "{\"id\":%s,\"received\":\"%s\",\"term\":\"%s\"%s}"
          .formatted(id, received, term, pauses.isEmpty() ? "" : ",\"pauses\":" + pausesAsJson());
    }

    private String pausesAsJson() {
      return pauses.stream()
          .map(GeneratedDossiers::asJson)
          .collect(Collectors.joining(",", "[", "]"));
    }
  }

  /** That many dossiers, numbered from zero. */
  public static List<Dossier> of(int count, long seed) {
    GeneratedDossiers generated = new GeneratedDossiers(seed);
    return IntStream.range(0, count).mapToObj(generated::next).toList();
  }

  private static String asJson(Pause pause) {
    String to = pause.isOpen() ? "" : ",\"to\":\"" + pause.to() + "\"";
    String mode = pause.mode() == PauseMode.CONTINUE ? "" : ",\"mode\":\"" + pause.mode() + "\"";
    String amount = pause.amount() == null ? "" : ",\"amount\":\"" + pause.amount() + "\"";
    return "{\"from\":\"" + pause.from() + "\"" + to + mode + amount + "}";
  }

  private Dossier next(int id) {
    LocalDateTime received =
        FIRST
            .plusDays(random.nextInt(DAYS))
            .plusMinutes(random.nextInt(60 * 24))
            .plusSeconds(random.nextInt(4) == 0 ? random.nextInt(60) : 0);
    return new Dossier(id, received, term(), pauses(received));
  }

  private Term term() {
    if (random.nextInt(12) == 0) {
      return Term.parse(random.nextBoolean() ? "sd" : "sd@16:00");
    }
    String unit = UNITS.get(random.nextInt(UNITS.size()));
    return Term.parse((1 + random.nextInt(unit.equals("mo") ? 3 : 30)) + unit);
  }

  /** None for half of them, otherwise up to three, the last of which is open now and then. */
  private List<Pause> pauses(LocalDateTime received) {
    List<Pause> pauses = new ArrayList<>();
    LocalDateTime at = received;
    for (int left = Math.max(0, random.nextInt(6) - 2); left > 0; left--) {
      LocalDateTime from = at.plusMinutes(random.nextInt(60 * 24 * 6));
      at = from.plusMinutes(random.nextInt(60 * 24 * 9));
      boolean isOpen = left == 1 && random.nextInt(10) == 0;
      pauses.add(pause(from, isOpen ? null : at));
    }
    return pauses;
  }

  private Pause pause(LocalDateTime from, LocalDateTime to) {
    return switch (random.nextInt(8)) {
      case 0 -> Pause.restarting(from, to, null);
      case 1 -> new Pause(from, to, PauseMode.PLUS, Term.parse("5wd"), null);
      case 2 -> new Pause(from, to, PauseMode.WITH, Term.parse("18wd"), null);
      default -> Pause.continuing(from, to, null);
    };
  }
}
