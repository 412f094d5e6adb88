package vn.thutuc.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.dossier.NoticeWish;

/**
 * Where a notice to the applicant goes, the wished way first: to whoever handed the dossier in; who
 * gave no address of a kind is reached by the owner's.
 */
final class Recipient {

  private Recipient() {}

  /** An address of a kind. */
  record Contact(Medium medium, String address) {}

  /** Who is written to: the submitter, else the owner. */
  static DossierDocument.PartyView party(DossierDocument dossier) {
    return dossier.submitter() == null ? dossier.owner() : dossier.submitter();
  }

  /**
   * The ways, in the order they are tried. Zalo finds people by their number: only who wished so is
   * looked for there. What the applicant may decline goes by the wished way alone.
   */
  static List<Contact> contacts(DossierDocument dossier, NoticeWish wish, NoticeEvent event) {
    List<Contact> contacts = new ArrayList<>();
    Optional<Medium> wished = wished(wish);
    wished.flatMap(medium -> contact(dossier, medium)).ifPresent(contacts::add);
    if (wished.isEmpty() || event.duty() != NoticeEvent.Duty.SERVICE) {
      Stream.of(Medium.EMAIL, Medium.SMS)
          .filter(medium -> !wished.equals(Optional.of(medium)))
          .flatMap(medium -> contact(dossier, medium).stream())
          .forEach(contacts::add);
    }
    return List.copyOf(contacts);
  }

  private static Optional<Medium> wished(NoticeWish wish) {
    return wish == null || wish == NoticeWish.NECESSARY
        ? Optional.empty()
        : Optional.of(Medium.valueOf(wish.name()));
  }

  private static Optional<Contact> contact(DossierDocument dossier, Medium medium) {
    return medium == Medium.EMAIL
        ? first(dossier, party -> Optional.ofNullable(party.email()).map(String::strip))
            .map(address -> new Contact(medium, address))
        : first(dossier, party -> PhoneNumber.of(party.phone()).map(PhoneNumber::national))
            .map(number -> new Contact(medium, number));
  }

  private static Optional<String> first(
      DossierDocument dossier, Function<DossierDocument.PartyView, Optional<String>> address) {
    return Stream.of(dossier.submitter(), dossier.owner())
        .filter(Objects::nonNull)
        .flatMap(party -> address.apply(party).stream())
        .filter(text -> !text.isBlank())
        .findFirst();
  }
}
