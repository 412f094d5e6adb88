package vn.thutuc.catalogue;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the catalogue lies.
 *
 * @param root a Spring location of the folder with the procedures, their models beside them
 */
@ConfigurationProperties("thutuc.catalogue")
record CatalogueSettings(@DefaultValue("classpath:processes/") String root) {}
