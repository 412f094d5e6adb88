package vn.thutuc.printing;

import java.time.LocalDate;
import org.springframework.stereotype.Service;

/**
 * The label of a parcel, set each time from what its parcel says: a sheet of the house's own, not a
 * form of the postal service.
 */
@Service
public class ParcelLabels {

  private final FormPrinter printer;
  private final Letterheads heads;

  ParcelLabels(FormPrinter printer, Letterheads heads) {
    this.printer = printer;
    this.heads = heads;
  }

  /** One end of the way; parts but the name may be null. */
  public record End(String name, String address, String phone) {}

  /**
   * What a label says.
   *
   * @param unit the desk that sends or gets it
   * @param code what the bar code holds: the carrier's number of the item, else that of the order
   * @param order number of the order
   * @param dossier number of the dossier; null before it is received
   * @param procedure short title of the procedure
   * @param cod whole đồng to collect; 0 for nothing
   * @param day of issue, local
   */
  public record Label(
      String unit,
      String code,
      String order,
      String dossier,
      String procedure,
      End from,
      End to,
      long cod,
      LocalDate day) {}

  /** The label as PDF/A. */
  public byte[] pdf(Label label) {
    FormData.ParcelSheet sheet =
        new FormData.ParcelSheet(
            heads.ofAgency(label.unit()),
            label.code(),
            label.order(),
            label.dossier(),
            label.procedure(),
            end(label.from()),
            end(label.to()),
            label.cod() == 0 ? null : "%,d".formatted(label.cod()).replace(',', '.'));
    return printer
        .print(FormKind.PARCEL, printer.fields(sheet), label.order(), label.day(), 1)
        .pdf();
  }

  private static FormData.Applicant end(End end) {
    return new FormData.Applicant(end.name(), end.address(), end.phone(), null, null);
  }
}
