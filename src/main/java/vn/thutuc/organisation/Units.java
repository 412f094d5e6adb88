package vn.thutuc.organisation;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The units in the database. */
interface Units extends Repository<Unit, String> {

  Optional<Unit> findById(String id);

  List<Unit> findAll();

  @Query("select u from Unit u where u.agencyId = u.id and u.untilDate is null order by u.id")
  List<Unit> agencies();

  List<Unit> findByUnitKeyAndUntilDateIsNullOrderById(String key);

  List<Unit> findByKindAndUntilDateIsNullOrderById(String kind);

  List<Unit> findByParentIdAndUntilDateIsNullOrderById(String parentId);
}
