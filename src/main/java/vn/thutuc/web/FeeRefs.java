package vn.thutuc.web;

import java.util.List;
import vn.thutuc.catalogue.Fee;
import vn.thutuc.catalogue.Procedure;

/** Fees as the desk reads them; an amount the text does not give stays unknown. */
final class FeeRefs {

  private FeeRefs() {}

  static List<ProcedureController.FeeRef> of(Procedure procedure) {
    return procedure.fees().stream().map(FeeRefs::of).toList();
  }

  private static ProcedureController.FeeRef of(Fee fee) {
    String note =
        fee.condition() == null
            ? (fee.channel() == null ? null : fee.channel().label())
            : fee.condition();
    return new ProcedureController.FeeRef(fee.title(), fee.amount(), fee.per(), note);
  }
}
