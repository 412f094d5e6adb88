package vn.thutuc.modelling.scaffold;

/** Roles of the house as the names of tasks begin with them. */
enum Role {
  ONE_STOP("one-stop-officer", "Bộ phận Một cửa"),
  SPECIALIST("specialist", "Chuyên viên"),
  HEAD("head", "Trưởng phòng"),
  LEADER("leader", "Lãnh đạo"),
  CLERK("clerk", "Văn thư");

  private final String key;
  private final String words;

  Role(String key, String words) {
    this.key = key;
    this.words = words;
  }

  String key() {
    return key;
  }

  String words() {
    return words;
  }
}
