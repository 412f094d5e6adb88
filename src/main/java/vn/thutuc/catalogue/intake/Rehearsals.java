package vn.thutuc.catalogue.intake;

import java.nio.file.Path;
import java.time.LocalDate;

/** Opens a rehearsal on a folder with models and facts, as it will be on a day. */
@FunctionalInterface
public interface Rehearsals {

  /** Nobody rehearses; the report says so. */
  Rehearsals NONE =
      (folder, received) ->
          code ->
              new RehearsalOf.Outcome(RehearsalOf.Verdict.NOT_REHEARSED, "lệnh này không chạy thử");

  /**
   * Opens one.
   *
   * @param folder holds processes/, a copy of the catalogue and its models with the change in it,
   *     and forms/ where the catalogue has them beside it
   * @param received day on which the rehearsed dossiers are received
   */
  RehearsalOf open(Path folder, LocalDate received);
}
