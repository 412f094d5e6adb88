/**
 * What people do to tasks besides completing them: hand over, assign one or many, stand in, put
 * back until a date, ask for a supplement from the step's own form.
 */
@org.springframework.modulith.NamedInterface("acts")
package vn.thutuc.process.acts;
