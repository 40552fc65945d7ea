package fr.suiviclauses.aide;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The user guide: one page, a section and a picture for each task. */
@Controller
class AideController {

    private final Map<String, Illustration> images = new TreeMap<>();

    AideController(ResourcePatternResolver ressources) throws IOException {
        for (Resource png : ressources.getResources("classpath:/static/img/aide/*.png")) {
            Illustration image = Illustration.read(png);
            images.put(image.nom(), image);
        }
    }

    @GetMapping("/aide")
    ModelAndView guide() {
        return new ModelAndView("aide/guide", Map.of("images", images));
    }
}
