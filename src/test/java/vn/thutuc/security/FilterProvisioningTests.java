package vn.thutuc.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.process.security.IdentityProvisioning;

/** The filters the house makes in Tasklist, and what an administrator may do to them. */
class FilterProvisioningTests extends SecurityCase {

  private static final List<String> EVERYBODYS =
      List.of(
          "Việc của tôi",
          "Tạm cất",
          "Chờ nhận của đơn vị",
          "Sắp đến hạn",
          "Quá hạn",
          "Tạm dừng",
          "Tất cả việc của đơn vị");

  @Autowired private IdentityProvisioning identities;

  /** As at a first start: nothing of a test stays. */
  @AfterEach
  void asShipped() {
    engine
        .getFilterService()
        .createFilterQuery()
        .list()
        .forEach(filter -> engine.getFilterService().deleteFilter(filter.getId()));
    jdbc.sql("delete from provisioned_filter").update();
    identities.provision();
  }

  private List<String> stored() {
    return jdbc.sql(
            "select concat_ws(' ', id_, rev_, name_, query_, properties_) from act_ru_filter order by id_")
        .query(String.class)
        .list();
  }

  private List<String> grants() {
    return jdbc.sql(
            "select concat_ws(' ', id_, group_id_, resource_id_, perms_) from act_ru_authorization order by id_")
        .query(String.class)
        .list();
  }

  private Filter filter(String name) {
    return engine.getFilterService().createFilterQuery().filterName(name).singleResult();
  }

  private List<String> seenBy(String person) {
    return StreamSupport.stream(
            web.engineRest(person).get("filter?resourceType=Task").json().spliterator(), false)
        .map(filter -> filter.path("name").asText())
        .toList();
  }

  @Test
  void everyRoleFindsItsFilters() {
    assertThat(seenBy("chuyenvien")).containsExactlyInAnyOrderElementsOf(EVERYBODYS);
    assertThat(seenBy("vanthu")).containsExactlyInAnyOrderElementsOf(EVERYBODYS);
    assertThat(seenBy("motcua")).containsAll(EVERYBODYS).contains("Trả kết quả hôm nay").hasSize(8);
    for (String person : List.of("truongphong", "lanhdao")) {
      assertThat(seenBy(person))
          .containsAll(EVERYBODYS)
          .contains("Sắp đến hạn (cả cơ quan)", "Quá hạn (cả cơ quan)", "Tạm dừng (cả cơ quan)")
          .hasSize(10);
    }
  }

  @Test
  void aSecondStartChangesNothing() {
    List<String> filters = stored();
    List<String> grants = grants();

    identities.provision();

    assertThat(stored()).isEqualTo(filters);
    assertThat(grants()).isEqualTo(grants);
  }

  @Test
  void twoNodesThatStartOnAnEmptyDatabaseMakeEachFilterOnce() throws Exception {
    int shipped = stored().size();
    engine
        .getFilterService()
        .createFilterQuery()
        .list()
        .forEach(filter -> engine.getFilterService().deleteFilter(filter.getId()));
    jdbc.sql("delete from provisioned_filter").update();
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<Boolean> node =
        () -> {
          together.await();
          identities.provision();
          return true;
        };
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      for (Future<Boolean> each : nodes.invokeAll(List.of(node, node))) {
        assertThat(each.get()).isTrue();
      }
    } finally {
      nodes.shutdown();
    }

    assertThat(stored()).hasSize(shipped);
  }

  @Test
  void whatAnAdministratorChangedStaysAndWhatWasDeletedStaysDeleted() {
    Filter late = filter("Quá hạn");
    Web.Answer changed =
        web.engineRest("quantri")
            .call(
                "PUT",
                "filter/" + late.getId(),
                Map.of(
                    "resourceType",
                    "Task",
                    "name",
                    "Quá hạn của tôi",
                    "query",
                    Map.of("assigneeExpression", "${currentUser()}"),
                    "properties",
                    Map.of("priority", 5)));
    assertThat(changed.status()).isEqualTo(204);
    assertThat(
            web.engineRest("quantri")
                .call("DELETE", "filter/" + filter("Tạm dừng").getId(), null)
                .status())
        .isEqualTo(204);
    List<String> filters = stored();
    nextVersion();

    identities.provision();

    assertThat(stored()).hasSameSizeAs(filters);
    assertThat(filter("Quá hạn")).isNull();
    assertThat(filter("Tạm dừng")).isNull();
    assertThat(filter("Quá hạn của tôi").getId()).isEqualTo(late.getId());
  }

  @Test
  void aNewVersionOfTheHouseBringsItsOwnFiltersUpToDateUnderTheSameId() {
    Filter late = filter("Quá hạn");
    jdbc.sql("update act_ru_filter set properties_ = '{}' where id_ = ?")
        .param(late.getId())
        .update();
    // As if the version before had made it so.
    jdbc.sql(
            """
            update provisioned_filter set made_as = (select encode(sha256(convert_to(
              concat_ws(E'\\n', name_, query_, properties_), 'UTF8')), 'hex')
              from act_ru_filter where id_ = filter_id) where key = 'late'
            """)
        .update();
    nextVersion();

    identities.provision();

    assertThat(filter("Quá hạn").getId()).isEqualTo(late.getId());
    assertThat(filter("Quá hạn").getProperties()).containsEntry("color", "#a61c1c");
  }

  @Test
  void filtersOfAVersionBeforeAreTakenOverUnlessTheirQuestionWasChanged() {
    Filter claimable = filter("Chờ nhận của đơn vị");
    Filter all = filter("Tất cả việc của đơn vị");
    jdbc.sql("delete from provisioned_filter").update();
    all.setQuery(engine.getTaskService().createTaskQuery().taskUnassigned());
    engine.getFilterService().saveFilter(all);
    List<String> before = stored();

    identities.provision();

    assertThat(stored()).hasSameSizeAs(before);
    assertThat(filter("Chờ nhận của đơn vị").getId()).isEqualTo(claimable.getId());
    assertThat(
            jdbc.sql("select query_ from act_ru_filter where id_ = ?")
                .param(all.getId())
                .query(String.class)
                .single())
        .contains("unassigned");
  }

  /** The house would make every filter anew. */
  private void nextVersion() {
    jdbc.sql("update provisioned_filter set made_from = 'another'").update();
  }

  @Test
  void theListsAskOnlyWithTheMarkAndNobodySeesMoreByIt() {
    String number = birthAtTheSpecialist();
    now.moveTo(now.instant().plusSeconds(40L * 24 * 3600));
    String late = "task?taskDefinitionKeyIn=thutuc:late&processInstanceBusinessKey=" + number;

    assertThat(web.engineRest("chuyenviendongkinh").get(late).json()).hasSize(1);
    assertThat(web.engineRest("chuyenvienmauson").get(late).json()).isEmpty();
    assertThat(
            web.engineRest("chuyenviendongkinh")
                .get("task?taskDefinitionKeyIn=thutuc:other&processInstanceBusinessKey=" + number)
                .json())
        .isEmpty();
    assertThat(
            web.engineRest("chuyenviendongkinh")
                .get("task?taskDefinitionKeyIn=thutuc:near&processInstanceBusinessKey=" + number)
                .json())
        .isEmpty();
  }
}
