package vn.thutuc.architecture.offending.cellar;

/** What the room must not know. */
public class Cellar {}
