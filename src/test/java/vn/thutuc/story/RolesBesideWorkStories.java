package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.dossier.DossierAccess;

/** A post that does not work on dossiers gives no right to any, also inside their agency. */
class RolesBesideWorkStories extends ActsStory {

  private static final String AGENCY = "H37.12";

  @Autowired private DossierAccess access;

  @AfterEach
  void nobodyHasTwoPosts() {
    jdbc.sql("delete from org_post where person_id in ('thietke', 'quantri') and unit_id = ?")
        .param(AGENCY)
        .update();
  }

  private void hasAPost(String person, String role) {
    jdbc.sql(
            """
            insert into org_post (person_id, unit_id, role, from_date)
            values (?, ?, ?, date '2026-01-01')
            """)
        .param(person)
        .param(AGENCY)
        .param(role)
        .update();
  }

  @Test
  void aDesignersPostInTheAgencyGivesNoSightOfItsDossiers() {
    aPermitAtTheSpecialist();
    hasAPost("thietke", "designer");

    assertThatThrownBy(() -> play.as("thietke", () -> access.readable(number)))
        .hasMessageContaining("Không tìm thấy hồ sơ");
    hasAPost("thietke", "specialist");
    assertThat(play.as("thietke", () -> access.readable(number)).workable()).isTrue();
  }

  @Test
  void anAdministratorsPostInTheAgencyReadsAndChangesNothing() {
    aPermitAtTheSpecialist();
    hasAPost("quantri", "administrator");

    assertThat(play.as("quantri", () -> access.readable(number)).workable()).isFalse();
    assertThatThrownBy(() -> play.as("quantri", () -> access.workable(number)))
        .hasMessageContaining("chỉ được xem");
  }
}
