package whomet_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/compose-spec/compose-go/v2/cli"
	"github.com/compose-spec/compose-go/v2/types"
)

// compose reads docker-compose.yml as Docker would, with an environment.
func compose(t *testing.T, env ...string) *types.Project {
	t.Helper()
	options, err := cli.NewProjectOptions([]string{"docker-compose.yml"}, cli.WithName("whomet"), cli.WithEnv(env))
	if err != nil {
		t.Fatal(err)
	}
	project, err := options.LoadProject(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return project
}

func TestComposeServices(t *testing.T) {
	project := compose(t)
	if names := project.ServiceNames(); !slices.Equal(names, []string{"neo4j", "whomet"}) {
		t.Fatalf("services are %v", names)
	}
	for name, service := range project.Services {
		if service.HealthCheck == nil || len(service.HealthCheck.Test) < 2 || service.HealthCheck.Disable {
			t.Errorf("%s has no health check", name)
		}
		if len(service.Ports) == 0 {
			t.Errorf("%s opens no port", name)
		}
		for _, port := range service.Ports {
			if port.HostIP != "127.0.0.1" {
				t.Errorf("%s opens port %s to %q, not to this machine only", name, port.Published, port.HostIP)
			}
		}
		for _, v := range service.Volumes {
			if _, ok := project.Volumes[v.Source]; v.Type != types.VolumeTypeVolume || !ok {
				t.Errorf("%s keeps %s in no named volume", name, v.Target)
			}
		}
		if !slices.ContainsFunc(service.Volumes, func(v types.ServiceVolumeConfig) bool { return v.Target == "/data" }) {
			t.Errorf("%s loses /data", name)
		}
	}
	neo4j, whomet := project.Services["neo4j"], project.Services["whomet"]
	if !strings.HasPrefix(neo4j.Image, "neo4j:5.26") {
		t.Errorf("neo4j is %s", neo4j.Image)
	}
	if whomet.User == "" || whomet.User == "root" || strings.HasPrefix(whomet.User, "0") {
		t.Errorf("whomet runs as %q", whomet.User)
	}
	if d := whomet.DependsOn["neo4j"]; d.Condition != types.ServiceConditionHealthy {
		t.Errorf("whomet waits for neo4j to be %q", d.Condition)
	}
	if !slices.Contains(whomet.Command, "neo4j://neo4j:7687") {
		t.Errorf("whomet's store is not the neo4j beside it: %v", whomet.Command)
	}
	if whomet.Build == nil || !slices.Contains(whomet.HealthCheck.Test, "http://127.0.0.1:8080/healthz") {
		t.Error("whomet is not built, or not asked for its health")
	}
}

func TestComposePassword(t *testing.T) {
	for _, c := range []struct{ env, want string }{
		{"NEO4J_PASSWORD=correct horse", "correct horse"},
		{"OTHER=1", "whomet-local"},
	} {
		project := compose(t, c.env)
		auth := *project.Services["neo4j"].Environment["NEO4J_AUTH"]
		password := *project.Services["whomet"].Environment["NEO4J_PASSWORD"]
		if auth != "neo4j/"+c.want || password != c.want {
			t.Errorf("%s: neo4j has %q, whomet %q", c.env, auth, password)
		}
		if len(password) < 8 {
			t.Errorf("Neo4j refuses a password of %d characters", len(password))
		}
	}
}

// TestDockerfile reads what the image is from its Dockerfile: no engine builds
// it here.
func TestDockerfile(t *testing.T) {
	data, err := os.ReadFile("Dockerfile")
	if err != nil {
		t.Fatal(err)
	}
	stages := regexp.MustCompile(`(?m)^FROM `).Split(string(data), -1)
	last := stages[len(stages)-1]
	for _, want := range []string{"\nUSER 10001\n", "\nHEALTHCHECK ", "/healthz\n", "\nVOLUME /data\n", "\nENTRYPOINT [\"whomet\"]\n"} {
		if !strings.Contains(last, want) {
			t.Errorf("the image lacks %q", strings.TrimSpace(want))
		}
	}
	mod, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	language := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindStringSubmatch(string(mod))[1]
	if !strings.Contains(string(data), "FROM golang:"+language+" ") {
		t.Errorf("the image is not built with Go %s, as go.mod says", language)
	}
	for _, copied := range regexp.MustCompile(`(?m)^COPY ([^-].*) \S+$`).FindAllStringSubmatch(string(data), -1) {
		for _, path := range strings.Fields(copied[1]) {
			if _, err := os.Stat(path); err != nil {
				t.Errorf("the image copies %s, which is not there", path)
			}
		}
	}
}
