/** Who may do what in the engine: identities, role rights, the house's own command checker. */
@org.springframework.modulith.NamedInterface("security")
package vn.thutuc.process.security;
