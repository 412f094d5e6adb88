package vn.thutuc.catalogue;

/** The facts of one file: where they stand, what they say and their hash. */
record Facts(String place, Procedure procedure, String hash) {}
