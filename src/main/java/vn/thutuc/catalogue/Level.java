package vn.thutuc.catalogue;

/** A level of administration the national list names for a procedure. */
public enum Level {
  /** A ministry or the Government. */
  MINISTRY,
  /** The province and its departments. */
  PROVINCE,
  /** A commune, ward or special zone. */
  COMMUNE,
  /** A body outside these, such as a notary. */
  OTHER
}
