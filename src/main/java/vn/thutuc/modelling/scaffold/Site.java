package vn.thutuc.modelling.scaffold;

/**
 * Where stages are drawn.
 *
 * @param region process or sub-process they belong to
 * @param phase what their shares count on; null after the result, when no clock runs
 * @param isGroup whether a refusal has to leave a group first
 */
record Site(Region region, String phase, boolean isGroup) {

  Site inGroup() {
    return new Site(region, phase, true);
  }
}
