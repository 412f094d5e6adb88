/** The engine as a rehearsal sees it: acts of people, jobs in virtual time, a trace of the way. */
@org.springframework.modulith.NamedInterface("rehearsal")
package vn.thutuc.process.rehearsal;
