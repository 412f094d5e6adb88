package vn.thutuc.sandbox;

/** One system around the house, as far as thutuc talks to it. */
interface StandIn {

  /** Its own path on the sandbox's port, e.g. {@code /buu-chinh}. */
  String path();

  /** What it is, in Vietnamese, for the page of switches. */
  String name();

  /**
   * Takes a request. The switches have done their part before: a request that is to fail never
   * comes here, one whose answer is to be lost does.
   */
  Reply answer(Call call) throws Exception;
}
