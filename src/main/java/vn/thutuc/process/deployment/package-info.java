/** The ways a model gets into the engine: own deployer, guard before every deployment. */
@org.springframework.modulith.NamedInterface("deployment")
package vn.thutuc.process.deployment;
