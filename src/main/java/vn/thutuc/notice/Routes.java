package vn.thutuc.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The ways out that are connected, at most one of a kind. */
final class Routes {

  private final Map<Medium, Route> routes;

  Routes(List<Route> connected) {
    routes = connected.stream().collect(Collectors.toMap(Route::medium, Function.identity()));
  }

  /** The way of a kind; empty when it is not connected. */
  Optional<Route> of(Medium medium) {
    return Optional.ofNullable(routes.get(medium));
  }

  /** Which are connected. */
  Set<Medium> connected() {
    return Set.copyOf(routes.keySet());
  }
}
