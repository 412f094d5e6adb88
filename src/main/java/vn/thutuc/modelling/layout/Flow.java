package vn.thutuc.modelling.layout;

/**
 * A sequence flow.
 *
 * @param id of the flow
 * @param name what stands at it; null when nothing does
 * @param from id of the element it leaves
 * @param to id of the element it reaches
 * @param isDefault whether it begins with the stroke of a default flow, which its name leaves room
 */
public record Flow(String id, String name, String from, String to, boolean isDefault) {}
