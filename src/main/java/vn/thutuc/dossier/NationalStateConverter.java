package vn.thutuc.dossier;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a state as the portal's code. */
@Converter(autoApply = true)
class NationalStateConverter implements AttributeConverter<NationalState, Short> {

  @Override
  public Short convertToDatabaseColumn(NationalState state) {
    return state == null ? null : (short) state.code();
  }

  @Override
  public NationalState convertToEntityAttribute(Short code) {
    return code == null ? null : NationalState.of(code);
  }
}
