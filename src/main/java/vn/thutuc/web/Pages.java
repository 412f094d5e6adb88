package vn.thutuc.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Folders of our pages are answered with their index page. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    for (String folder :
        new String[] {
          "/tiep-nhan",
          "/ho-so",
          "/lich",
          "/mo-hinh",
          "/thu-tuc",
          "/chuyen-phien-ban",
          "/phan-cong",
          "/ban-giao",
          "/cong-dvc",
          "/viec-gui"
        }) {
      registry.addRedirectViewController(folder, folder + "/");
      registry.addViewController(folder + "/").setViewName("forward:" + folder + "/index.html");
    }
  }
}
