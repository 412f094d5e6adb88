package vn.thutuc.modelling.layout;

/**
 * A sequence flow.
 *
 * @param id of the flow
 * @param name what stands at it; null when nothing does
 * @param from id of the element it leaves
 * @param to id of the element it reaches
 */
public record Flow(String id, String name, String from, String to) {}
