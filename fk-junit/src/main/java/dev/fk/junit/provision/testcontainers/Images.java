package dev.fk.junit.provision.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.fk.junit.provision.ServerStartException;
import dev.fk.junit.provision.server.ServerKind;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** Sees to it that an image is there. Testcontainers would try for two minutes, whatever the registry says. */
record Images(DockerClient docker, ServerKind kind) {
    private static final int MINUTES = 10;

    /** As it is there, maybe under another name: a registry of one's own may be configured for Testcontainers. */
    Image provide(String image) {
        DockerImageName name = name(image);
        try {
            return found(name);
        } catch (NotFoundException absent) {
            pull(image, name);
            return found(name);
        }
    }

    private Image found(DockerImageName name) {
        String canonical = name.asCanonicalNameString();
        return Image.of(canonical, docker.inspectImageCmd(canonical).exec());
    }

    private DockerImageName name(String image) {
        try {
            DockerImageName name = DockerImageName.parse(image);
            name.assertValid();
            return ImageNameSubstitutor.instance().apply(name);
        } catch (IllegalArgumentException e) {
            throw new ServerStartException(
                    "'" + image + "' is no name of an image: " + e.getMessage() + "\n" + remedy(), e);
        }
    }

    private void pull(String image, DockerImageName name) {
        System.getLogger(Images.class.getName()).log(Level.INFO, "Pulling " + name + " …");
        try {
            boolean done = docker.pullImageCmd(name.getUnversionedPart())
                    .withTag(name.getVersionPart())
                    .exec(new PullImageResultCallback())
                    .awaitCompletion(MINUTES, TimeUnit.MINUTES);
            if (!done) {
                throw new DockerClientException("it takes more than " + MINUTES + " minutes.");
            }
        } catch (DockerException | DockerClientException e) {
            String message = "The image " + image + " is not on this machine and cannot be pulled: " + words(e)
                    + "\nPull it yourself: docker pull " + name + ". " + remedy();
            // a registry that answers says 404 of an image that it does not have, on every machine
            throw e instanceof NotFoundException
                    ? new ServerStartException(message, e)
                    : ServerStartException.unavailable(message, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerStartException("Pulling " + name + " was interrupted.", e);
        }
    }

    private String remedy() {
        return "Or name another, such as one of docker images "
                + Recipe.of(kind).image().replaceAll(":.*", "") + ": fk." + kind.dialect() + ".image=…";
    }

    /** What Docker said: {@code Status 404: {"message":"…"}} without the wrapping. */
    private static String words(RuntimeException e) {
        return String.valueOf(e.getMessage()).trim().replaceAll("(?s).*\\{\"message\":\"(.*)\"}.*", "$1");
    }
}
