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

  @Query("select u from Unit u where u.unitKey = :key and u.untilDate is null order by u.id")
  List<Unit> findByUnitKeyAndUntilDateIsNullOrderById(String key);

  @Query("select u from Unit u where u.kind = :kind and u.untilDate is null order by u.id")
  List<Unit> findByKindAndUntilDateIsNullOrderById(String kind);

  @Query("select u from Unit u where u.parentId = :parentId and u.untilDate is null order by u.id")
  List<Unit> findByParentIdAndUntilDateIsNullOrderById(String parentId);
}
