// stands for a script of the dashboard
