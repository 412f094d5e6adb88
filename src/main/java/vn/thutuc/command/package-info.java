/** Answers questions to the statutory clock from the command line, without starting the server. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"calendar", "clock"})
package vn.thutuc.command;
