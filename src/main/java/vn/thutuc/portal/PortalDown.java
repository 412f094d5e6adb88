package vn.thutuc.portal;

/** The portal cannot be reached, lets nobody in, or gives no usable answer: try again later. */
class PortalDown extends RuntimeException {

  PortalDown(String reason) {
    super(reason);
  }

  PortalDown(String reason, Throwable cause) {
    super(reason, cause);
  }
}
