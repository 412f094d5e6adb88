package vn.thutuc.modelling.layout;

import java.util.List;

/** The grammar of what is drawn: a tree whose every part has one way in and one way out. */
public sealed interface Part {

  /** Id of the shape the part is entered by. */
  String first();

  /** Id of the shape the part is left by. */
  String last();

  /**
   * A single shape.
   *
   * @param id of the element
   * @param kind its shape
   * @param name what is written in or beside it
   */
  record Node(String id, Kind kind, String name) implements Part {
    @Override
    public String first() {
      return id;
    }

    @Override
    public String last() {
      return id;
    }
  }

  /**
   * Parts from left to right.
   *
   * @param parts at least one
   * @param flows between neighbours
   * @param loops ways back inside the row; inner ones first
   */
  record Row(List<Part> parts, List<Flow> flows, List<Loop> loops) implements Part {
    @Override
    public String first() {
      return parts.get(0).first();
    }

    @Override
    public String last() {
      return parts.get(parts.size() - 1).last();
    }
  }

  /**
   * Branches one below the other between two gateways.
   *
   * @param split where they part
   * @param join where they meet
   * @param branches two or more
   */
  record Fork(Node split, Node join, List<Branch> branches) implements Part {
    @Override
    public String first() {
      return split.id();
    }

    @Override
    public String last() {
      return join.id();
    }
  }

  /**
   * A branch of a fork.
   *
   * @param in from the split; straight to the join when there is no body
   * @param body what stands on it; null for nothing
   * @param out to the join; null when there is no body
   */
  record Branch(Flow in, Part body, Flow out) {}

  /**
   * A gateway with a way out that ends below it.
   *
   * @param gateway on the row
   * @param flow downwards
   * @param below what is there; its first shape stands under the gateway
   */
  record Gate(Node gateway, Flow flow, Row below) implements Part {
    @Override
    public String first() {
      return gateway.id();
    }

    @Override
    public String last() {
      return gateway.id();
    }
  }

  /**
   * An expanded sub-process.
   *
   * @param scope the sub-process
   * @param content inside
   * @param exits events on its lower edge, from left to right
   */
  record Scope(Node scope, Row content, List<Exit> exits) implements Part {
    @Override
    public String first() {
      return scope.id();
    }

    @Override
    public String last() {
      return scope.id();
    }
  }

  /**
   * A task with two timers.
   *
   * @param task on the row
   * @param left leads to the lower of two rows
   * @param right leads to the upper one
   */
  record Timed(Node task, Exit left, Exit right) implements Part {
    @Override
    public String first() {
      return task.id();
    }

    @Override
    public String last() {
      return task.id();
    }
  }

  /**
   * An event on a border and what follows it.
   *
   * @param boundary the event
   * @param flow to the first shape of the chain
   * @param chain what follows
   * @param second another event that reaches the chain's first shape from above; null for none
   * @param secondFlow its flow
   */
  record Exit(Node boundary, Flow flow, Row chain, Node second, Flow secondFlow) {}
}
