/**
 * The one PostgreSQL: the embedded server of a first start, and the schema, the engine's included.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package vn.thutuc.database;
