package vn.thutuc.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;

/** The web applications' first-run address makes no administrator (CVE-2026-77226). */
class SetupEndpointTests extends SecurityCase {

  private static final Object INTRUDER =
      Map.of(
          "profile",
          Map.of(
              "id", "keDotNhap", "firstName", "K", "lastName", "Đ", "email", "k@example.invalid"),
          "credentials",
          Map.of("password", "Mot-mat-khau-du-dai-2026"));

  private static final List<String> ADDRESSES =
      List.of(
          "/camunda/api/admin/setup/default/user/create",
          "/camunda/api/admin/setup/default/user/create/",
          "/camunda/api/admin/%73etup/default/user/create",
          "/camunda/api/admin/setup/default/user/%63reate",
          "/camunda/api/admin//setup/default/user/create",
          "/camunda/api/admin/./setup/default/user/create",
          "/camunda/api/admin/x/../setup/default/user/create",
          "/camunda/api/admin/setup;x=1/default/user/create");

  private void makesNobody() {
    for (String address : ADDRESSES) {
      for (Web.Caller caller :
          List.of(web.nobody(), web.new Session().visitor(), web.login("motcua").below(""))) {
        Web.Answer answer = caller.post(address, INTRUDER);
        assertThat(answer.status()).as(address + answer.body()).isIn(400, 401, 403, 404);
      }
    }
    assertThat(web.nobody().get("/camunda/app/admin/default/setup/").status()).isEqualTo(403);
    assertThat(engine.getIdentityService().createUserQuery().userId("keDotNhap").count()).isZero();
  }

  @Test
  void itIsClosedWhileThereIsAnAdministrator() {
    makesNobody();
  }

  @Test
  void itIsClosedWhenThereIsNone() {
    List<String> administrators =
        engine
            .getIdentityService()
            .createUserQuery()
            .memberOfGroup(Groups.CAMUNDA_ADMIN)
            .list()
            .stream()
            .map(User::getId)
            .toList();
    assertThat(administrators).isNotEmpty();
    administrators.forEach(
        id -> engine.getIdentityService().deleteMembership(id, Groups.CAMUNDA_ADMIN));
    try {
      makesNobody();
    } finally {
      administrators.forEach(
          id -> engine.getIdentityService().createMembership(id, Groups.CAMUNDA_ADMIN));
    }
  }
}
